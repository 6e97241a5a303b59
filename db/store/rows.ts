/**
 * The one row that must be there, such as one just inserted. Throws when it is not: that is a bug,
 * and nothing of the transaction is stored. For use inside db/.
 */
export function theRow<T>(rows: readonly T[], missing: string): T {
  const [row] = rows;
  if (row === undefined) throw new Error(missing);
  return row;
}
