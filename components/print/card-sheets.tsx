import { useTranslations } from 'next-intl'
import { arrangeCards, type Cell, textSizeOf } from '@/lib/core/item/card-sheets'
import type { Paper, Printed } from '@/lib/core/item/printed-items'

/** Sides of paper with ten places each, to scale. */
export function CardSheets({ printed, paper }: { printed: Extract<Printed, { kind: 'cards' }>; paper: Paper }) {
  const t = useTranslations('print')
  const { cards, layout, first } = printed
  return (
    <ol className="grid gap-6 print:block">
      {arrangeCards(cards, layout, first).map(({ side, rows }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place.
          key={at}
          aria-label={t('sheet', { number: layout === 'duplex' ? Math.floor(at / 2) + 1 : at + 1, side })}
          className="sheet"
          data-paper={paper}
          data-side={side}
        >
          <div className="sheet-grid">{rows.flat().map(cellView)}</div>
        </li>
      ))}
    </ol>
  )
}

function cellView(cell: Cell, at: number) {
  if (!cell) return <div key={at} className="sheet-cell" />
  return (
    <div key={at} className="sheet-cell" data-side={cell.side} data-size={textSizeOf(cell.text)}>
      <span className="sheet-number">{cell.number}</span>
      <p>{cell.text}</p>
    </div>
  )
}
