/** What is no object, such as a list, has nothing under any name. */
export const asTree = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
