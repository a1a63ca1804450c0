import { type Generated, type Item, writeItem } from '../core/item/item'
import { writeCsv } from './write-csv'

const COLUMNS = ['id', 'type', 'tier', 'stem', 'options', 'key', 'explanation', 'evidence'] as const
const BETWEEN = ' | '

/** One item a line; several options, answers or quotes in a cell are parted by " | ". */
export function generatedCsv({ items }: Generated): string {
  return writeCsv([COLUMNS, ...items.map(cells)])
}

function cells(typed: Item): string[] {
  const item = writeItem(typed)
  const quotes = item.evidence.map((evidence) => evidence.quote)
  const lists = { options: item.options.join(BETWEEN), key: item.key.join(BETWEEN), evidence: quotes.join(BETWEEN) }
  return COLUMNS.map((column) => (column in lists ? lists[column as keyof typeof lists] : String(item[column])))
}
