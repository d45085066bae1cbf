const ZONE = 'Asia/Shanghai';

const dateTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dateOnly = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `2026-03-05 14:20`, local to China whatever the computer's zone. */
export function formatDateTime(instant: string | number): string {
  return dateTime.format(new Date(instant)).replaceAll('/', '-').replace(',', '');
}

export function formatDate(instant: string | number): string {
  return dateOnly.format(new Date(instant)).replaceAll('/', '-');
}

/** A due time is the end of a day, stored as 00:00 of the next: shown as the day itself (24:00). */
export function formatDueDate(instant: string): string {
  const time = new Date(instant).getTime();
  const text = formatDateTime(time);
  return text.endsWith('00:00') || text.endsWith('24:00') ? formatDate(time - 1) : text;
}
