/** One measure beside its yardstick, both of this run on this machine. */
export type Row = { name: string; ours: string; yardstick: string; ratio: number }

export function printTable(rows: readonly Row[]): void {
  const cells = [
    ['what', 'ours', 'yardstick', 'ratio'],
    ...rows.map(({ name, ours, yardstick, ratio }) => [name, ours, yardstick, ratio.toFixed(2)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  for (const row of cells) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
}
