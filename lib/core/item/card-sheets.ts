import type { CardLayout, PrintedCard } from './printed-items'

/** One side of one card in its place on the paper; null: a place that stays empty. */
export type Cell = { readonly number: number; readonly side: 'front' | 'back'; readonly text: string } | null

/** One side of one sheet: rows of two cells. */
export type CardSheet = {
  readonly side: 'both' | 'fronts' | 'backs'
  readonly rows: readonly (readonly [Cell, Cell])[]
}

export const ROWS_A_SHEET = 5

/**
 * Cards on sheets of five rows by two. Folded: each card is a row, its back to the right of the crease. Duplex: ten fronts,
 * then on the next sheet their backs, left and right changed, so that they are behind their fronts when the printer turns
 * the paper on its long edge. `first` is the number of the first card.
 */
export function arrangeCards(cards: readonly PrintedCard[], layout: CardLayout, first = 1): readonly CardSheet[] {
  const cells = cards.map(({ front, back }, at) => ({
    front: { number: first + at, side: 'front', text: front } as const,
    back: { number: first + at, side: 'back', text: back } as const,
  }))
  if (layout === 'fold') {
    const rows = cells.map(({ front, back }) => [front, back] as const)
    return cut(rows, ROWS_A_SHEET).map((some) => ({ side: 'both', rows: some }))
  }
  return cut(cut(cells, 2), ROWS_A_SHEET).flatMap((pairs): CardSheet[] => [
    { side: 'fronts', rows: pairs.map(([left, right]) => [left?.front ?? null, right?.front ?? null]) },
    { side: 'backs', rows: pairs.map(([left, right]) => [right?.back ?? null, left?.back ?? null]) },
  ])
}

function cut<T>(list: readonly T[], length: number): T[][] {
  const count = Math.ceil(list.length / length)
  return Array.from({ length: count }, (_, at) => list.slice(at * length, (at + 1) * length))
}

export type TextSize = 'large' | 'medium' | 'small' | 'tiny' | 'least'

// Measured on a cell of 95 by 55 mm: what fits in it at 17, 13, 10, 8 and 6 points, with room for long words.
const FITS_LARGE = 90
const FITS_MEDIUM = 190
const FITS_SMALL = 360
const FITS_TINY = 600
/** A line of its own takes as much room as so many letters. */
const LETTERS_A_LINE = 24

/** How large the words of a card are printed. */
export function textSizeOf(text: string): TextSize {
  const room = text.split('\n').reduce((sum, line) => sum + Math.max(line.length, LETTERS_A_LINE), 0)
  const letters = text.includes('\n') ? room : text.length
  if (letters <= FITS_LARGE) return 'large'
  if (letters <= FITS_MEDIUM) return 'medium'
  if (letters <= FITS_SMALL) return 'small'
  return letters <= FITS_TINY ? 'tiny' : 'least'
}
