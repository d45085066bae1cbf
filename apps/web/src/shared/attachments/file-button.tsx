import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTexts } from '../../locales/use-texts.js';

interface FileButtonProps {
  readonly id?: string;
  readonly text?: string;
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly onFile: (file: File) => void;
}

export function FileButton({ id, text, isBusy, isDisabled = false, onFile }: FileButtonProps) {
  const texts = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        id={id}
        icon={<UploadOutlined />}
        loading={isBusy}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {isBusy ? texts.form.uploading : (text ?? texts.form.selectFile)}
      </Button>
    </>
  );
}
