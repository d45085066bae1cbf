import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover, Tag } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { type Box, type Filter, viewsQuery } from './api/get-tasks.js';
import { removeView, saveView } from './api/inbox-commands.js';
import { isNarrowed } from './filter-address.js';

interface SavedViewsProps {
  readonly box: Box;
  readonly filter: Filter;
  readonly onOpen: (box: Box, filter: Filter) => void;
}

/** 保存的视图: one press away, each with a cross to forget it. */
export function SavedViews({ box, filter, onOpen }: SavedViewsProps) {
  const texts = useTexts();
  const client = useQueryClient();
  const { data: views = [] } = useQuery(viewsQuery());
  const forgetting = useMutation({
    mutationFn: removeView,
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQuery().queryKey }),
  });
  if (views.length === 0 && !isNarrowed(filter)) return null;
  return (
    <div className="saved-views">
      {views.map((view) => (
        <Tag key={view.id} closable onClose={() => forgetting.mutate(view.id)}>
          <button type="button" className="link-button" onClick={() => onOpen(view.box, view.filter)}>
            {view.name}
          </button>
        </Tag>
      ))}
      {isNarrowed(filter) ? <SaveView box={box} filter={filter} /> : null}
      <RefusalAlert error={forgetting.error} />
      <span className="visually-hidden">{texts.boxes.savedViews}</span>
    </div>
  );
}

function SaveView({ box, filter }: Pick<SavedViewsProps, 'box' | 'filter'>) {
  const texts = useTexts();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveView(name.trim(), box, filter),
    onSuccess: () => {
      setName('');
      setOpen(false);
      void client.invalidateQueries({ queryKey: viewsQuery().queryKey });
    },
  });
  const entry = (
    <div className="save-view">
      <Input
        value={name}
        maxLength={40}
        aria-label={texts.boxes.viewName}
        placeholder={texts.boxes.viewName}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" disabled={name.trim() === ''} loading={saving.isPending} onClick={() => saving.mutate()}>
        {texts.boxes.save}
      </Button>
      <RefusalAlert error={saving.error} />
    </div>
  );
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={entry}>
      <Button size="small">{texts.boxes.saveView}</Button>
    </Popover>
  );
}
