import type { HistoryEntry } from '../../api/shapes.js';
import type { Texts } from '../../locales/zh.js';

/** The event's own title; events that the engine sends itself have none and are told by their kind. */
export function historyTitle(entry: HistoryEntry, texts: Texts): string {
  if (entry.takenBack) return texts.history.takenBack;
  const events: Readonly<Record<string, string>> = texts.history.events;
  const hasTitle = entry.title !== '' && entry.title !== entry.event;
  return hasTitle ? entry.title : (events[entry.event] ?? events[entry.kind] ?? entry.event);
}
