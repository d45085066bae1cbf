import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { ownPeopleQuery } from './api/delegations.js';

interface ColleagueSelectProps {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  /** Somebody who leaves may already be disabled. */
  readonly withInactive?: boolean;
  readonly without?: number | null;
}

/** One person of one's own organisation, by name or role. */
export function ColleagueSelect({ id, value, onChange, withInactive = false, without = null }: ColleagueSelectProps) {
  const texts = useTexts();
  const { data = [], isFetching } = useQuery(ownPeopleQuery());
  const shown = data.filter((person) => person.id !== without && (withInactive || person.isActive));
  return (
    <Select
      id={id}
      className="people-picker"
      value={value}
      loading={isFetching}
      placeholder={texts.operations.searchPeople}
      notFoundContent={texts.operations.nobody}
      showSearch={{ optionFilterProp: 'label' }}
      options={shown.map(({ id: person, name, roleTitles, isActive }) => ({
        value: person,
        label: `${name}（${[...roleTitles, ...(isActive ? [] : [texts.handOver.inactive])].join('、')}）`,
      }))}
      onChange={(picked: number) => onChange(picked)}
    />
  );
}
