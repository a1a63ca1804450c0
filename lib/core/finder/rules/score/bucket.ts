/** Which of the ranges between edges a number is in: `bucket(5, 2, 6)` is 1. */
export function bucket(value: number, ...edges: readonly number[]): number {
  const at = edges.findIndex((edge) => value <= edge)
  return at < 0 ? edges.length : at
}
