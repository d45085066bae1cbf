import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { STAGES } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Filter } from './api/get-tasks.js';
import { isNarrowed } from './filter-address.js';

const SHORTEST_TERM = 2;
const STATUSES = ['open', 'done', 'cancelled', 'terminated', 'void'] as const;

interface FilterBarProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Narrows a box by title, stage, state of the case, due time. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const texts = useTexts();
  const [text, setText] = useState(filter.text ?? '');
  const terms = text.trim().split(/\s+/u);
  const isTooShort = text.trim() !== '' && terms.some((term) => [...term].length < SHORTEST_TERM);
  const change = (part: Filter) => onChange(without({ ...filter, ...part }));
  return (
    <search className="filter-bar" aria-label={texts.boxes.filters}>
      <Input.Search
        allowClear
        value={text}
        status={isTooShort ? 'error' : ''}
        aria-label={texts.boxes.search}
        placeholder={texts.boxes.search}
        onChange={(event) => setText(event.target.value)}
        onSearch={(value) => {
          if (!isTooShort) change({ text: value.trim() === '' ? undefined : value.trim() });
        }}
      />
      <Select
        allowClear
        aria-label={texts.inbox.stage}
        placeholder={texts.inbox.stage}
        value={filter.stage}
        options={STAGES.map((stage) => ({ value: stage, label: texts.stages[stage] }))}
        onChange={(stage: string | undefined) => change({ stage })}
      />
      <Select
        allowClear
        aria-label={texts.boxes.caseStatus}
        placeholder={texts.boxes.caseStatus}
        value={filter.status}
        options={STATUSES.map((status) => ({ value: status, label: texts.boxes.statuses[status] }))}
        onChange={(status: Filter['status']) => change({ status })}
      />
      <Checkbox
        checked={filter.overdue === true}
        onChange={(event) => change({ overdue: event.target.checked ? true : undefined })}
      >
        {texts.boxes.onlyOverdue}
      </Checkbox>
      {isNarrowed(filter) ? (
        <Button
          type="link"
          size="small"
          onClick={() => {
            setText('');
            onChange({});
          }}
        >
          {texts.boxes.clear}
        </Button>
      ) : null}
      {isTooShort ? (
        <span className="problem" role="alert">
          {texts.boxes.tooShort}
        </span>
      ) : null}
    </search>
  );
}

/** A member that is cleared is no member: the address and the server know only those that narrow. */
function without(filter: object): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]: [string, unknown]) => value !== undefined));
}
