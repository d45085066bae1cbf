import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button } from 'antd';
import { useTexts } from '../../locales/use-texts.js';

export function ArrayTemplate({
  title,
  schema,
  items,
  canAdd,
  onAddClick,
  required,
  disabled,
  readonly,
}: ArrayFieldTemplateProps) {
  const texts = useTexts();
  return (
    <fieldset className="form-group">
      <legend>
        {title}
        {required === true ? <span className="field__required">*</span> : null}
      </legend>
      {schema.description === undefined ? null : <div className="field__hint">{schema.description}</div>}
      <div className="array-items">{items}</div>
      {canAdd && disabled !== true && readonly !== true ? (
        <Button type="dashed" icon={<PlusOutlined />} onClick={onAddClick}>
          {texts.form.add}
        </Button>
      ) : null}
    </fieldset>
  );
}

export function ArrayItemTemplate({ index, children, buttonsProps, hasToolbar }: ArrayFieldItemTemplateProps) {
  const texts = useTexts();
  return (
    <div className="array-item">
      <div className="array-item__head">
        <span>{texts.form.item(index + 1)}</span>
        {hasToolbar && buttonsProps.hasRemove === true ? (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`${texts.form.removeItem} ${texts.form.item(index + 1)}`}
            onClick={buttonsProps.onRemoveItem}
          >
            {texts.form.removeItem}
          </Button>
        ) : null}
      </div>
      {children}
    </div>
  );
}
