import { Alert, Modal, Typography } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';

export interface ShownCode {
  readonly login: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** A one-time code, shown once. */
export function CodeDialog({ shown, onClose }: { readonly shown: ShownCode | null; readonly onClose: () => void }) {
  const texts = useTexts().administration.users;
  return (
    <Modal open={shown !== null} title={texts.code} footer={null} onCancel={onClose} destroyOnHidden>
      {shown === null ? null : (
        <div className="stack">
          <Alert type="warning" showIcon title={texts.codeHint} />
          <p>
            {texts.login}：<Typography.Text copyable>{shown.login}</Typography.Text>
          </p>
          <p>
            {texts.code}：
            <Typography.Text strong copyable>
              {shown.code}
            </Typography.Text>
          </p>
          <p className="muted">{texts.until(formatDateTime(shown.expiresAt))}</p>
        </div>
      )}
    </Modal>
  );
}
