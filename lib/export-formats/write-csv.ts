export type CsvCell = string | number | null

// What a spreadsheet would run instead of show (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r]/

/** Rows as CSV (RFC 4180) that no spreadsheet takes for a formula; with the mark by which Excel knows UTF-8. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe
}
