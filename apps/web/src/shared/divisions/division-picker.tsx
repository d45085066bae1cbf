import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { ancestorCodes, type DivisionLevel, LEVELS, levelOf } from './division-codes.js';
import { divisionsQuery } from './get-divisions.js';

interface DivisionPickerProps {
  readonly id: string;
  /** Where the choice starts, e.g. the caller's county. */
  readonly within: string;
  /** The level that must be chosen. */
  readonly level: DivisionLevel;
  readonly value: string | undefined;
  readonly isDisabled?: boolean;
  readonly onChange: (code: string | undefined) => void;
}

/** One select for each level from `within` down to `level`. */
export function DivisionPicker({ id, within, level, value, isDisabled = false, onChange }: DivisionPickerProps) {
  const steps = LEVELS.slice(LEVELS.indexOf(levelOf(within)) + 1, LEVELS.indexOf(level) + 1);
  const chosen = ancestorCodes(value ?? '');
  return (
    <span className="division-picker">
      {steps.map((step, index) => {
        const above = index === 0 ? within : chosen[LEVELS.indexOf(step) - 1];
        return (
          <DivisionSelect
            key={step}
            id={index === steps.length - 1 ? id : `${id}-${step}`}
            level={step}
            parent={above}
            value={chosen[LEVELS.indexOf(step)]}
            isDisabled={isDisabled}
            onChange={onChange}
          />
        );
      })}
    </span>
  );
}

interface DivisionSelectProps {
  readonly id: string;
  readonly level: DivisionLevel;
  readonly parent: string | undefined;
  readonly value: string | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (code: string | undefined) => void;
}

function DivisionSelect({ id, level, parent, value, isDisabled, onChange }: DivisionSelectProps) {
  const texts = useTexts();
  const query = useQuery({ ...divisionsQuery(parent ?? ''), enabled: parent !== undefined });
  return (
    <Select
      id={id}
      value={value}
      placeholder={level === 'province' ? texts.form.choose : texts.form[level]}
      disabled={isDisabled || parent === undefined}
      loading={query.isFetching}
      showSearch
      optionFilterProp="label"
      options={query.data?.map((division) => ({ value: division.code, label: division.name }))}
      onChange={(code: string) => onChange(code)}
    />
  );
}
