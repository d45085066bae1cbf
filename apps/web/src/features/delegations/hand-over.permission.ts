/** Who may hand over the tasks of others; held by those who head an organisation. */
export const HAND_OVER = 'tasks.hand-over';
