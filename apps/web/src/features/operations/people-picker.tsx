import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { colleaguesQuery, successorsQuery } from './api/operations.js';

interface PeoplePickerProps {
  readonly id: string;
  readonly taskId: number;
  readonly value: readonly number[];
  readonly onChange: (value: number[]) => void;
  /** `successors`: one who could have the task; `colleagues`: several of the parties of the case. */
  readonly source: 'successors' | 'colleagues';
}

/** 选人, with search by name. */
export function PeoplePicker({ id, taskId, value, onChange, source }: PeoplePickerProps) {
  const texts = useTexts();
  const [search, setSearch] = useState('');
  const colleagues = useQuery({ ...colleaguesQuery(taskId, search.trim()), enabled: source === 'colleagues' });
  const successors = useQuery({ ...successorsQuery(taskId), enabled: source === 'successors' });
  const found = source === 'colleagues' ? colleagues : successors;
  const [known, setKnown] = useState<Readonly<Record<number, string>>>({});
  const people = found.data ?? [];
  const shown = people.map((person) => ({ value: person.id, label: `${person.name}（${person.organisation}）` }));
  const chosen = value
    .filter((person) => !people.some((candidate) => candidate.id === person))
    .map((person) => ({ value: person, label: known[person] ?? String(person) }));
  return (
    <Select
      id={id}
      className="people-picker"
      mode={source === 'colleagues' ? 'multiple' : undefined}
      value={source === 'colleagues' ? [...value] : value[0]}
      options={search === '' ? [...chosen, ...shown] : shown}
      loading={found.isFetching}
      placeholder={texts.operations.searchPeople}
      notFoundContent={found.isFetching ? texts.common.loading : texts.operations.nobody}
      showSearch={{
        optionFilterProp: 'label',
        onSearch: setSearch,
        filterOption: source === 'successors' ? undefined : false,
      }}
      onChange={(picked: number | number[]) => {
        const labels = Object.fromEntries(shown.map((option) => [option.value, option.label]));
        setKnown((before) => ({ ...before, ...labels }));
        setSearch('');
        onChange(Array.isArray(picked) ? picked : [picked]);
      }}
    />
  );
}
