import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { fieldProblemsOf, useProblemText } from '../../shared/ui/problem-text.js';
import { useLanguage } from '../../locales/language.js';

export interface DialogField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly options?: readonly { readonly value: string | number; readonly label: string }[];
  readonly isMultiple?: boolean;
}

export type DialogValues = Readonly<Record<string, string | number | readonly string[] | undefined>>;

interface FieldDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly fields: readonly DialogField[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onChange?: (values: DialogValues) => void;
  readonly onSend: (values: DialogValues) => void;
  readonly onClose: () => void;
}

/** A small form of texts and choices; what the server refuses is shown at its field. */
export function FieldDialog({ title, isOpen, fields, error, isPending, onChange, onSend, onClose }: FieldDialogProps) {
  const texts = useTexts().administration;
  const problemText = useProblemText();
  const language = useLanguage();
  const [form] = Form.useForm<DialogValues>();
  const problems = new Map(fieldProblemsOf(error).map((problem) => [problem.field.slice(1), problem[language]]));
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={texts.save}
      cancelText={texts.cancel}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {error ? <Alert type="error" showIcon role="alert" title={problemText(error)} /> : null}
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        onValuesChange={(_, values: DialogValues) => onChange?.(values)}
        onFinish={(values: DialogValues) => onSend(values)}
      >
        {fields.map(({ name, label, hint, isRequired = false, options, isMultiple = false }) => {
          const problem = problems.get(name);
          return (
            <Form.Item
              key={name}
              name={name}
              label={label}
              extra={hint}
              rules={[{ required: isRequired, message: label }]}
              {...(problem === undefined ? {} : { validateStatus: 'error', help: problem })}
            >
              {options ? (
                <Select
                  showSearch
                  optionFilterProp="label"
                  options={[...options]}
                  {...(isMultiple ? { mode: 'multiple' as const } : {})}
                />
              ) : (
                <Input />
              )}
            </Form.Item>
          );
        })}
      </Form>
    </Modal>
  );
}

/** Texts that were left empty are not sent. */
export function textIn(values: DialogValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function listIn(values: DialogValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}
