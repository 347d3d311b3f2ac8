// An agent's table as rows of named values.
export const asObjects = (table) => (table?.rows ?? []).map((cells) =>
  Object.fromEntries(table.columns.map((column, index) => [column.name, cells[index]])));
