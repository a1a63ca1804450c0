import { Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import { arrangeCards, type CardSheet, type Cell, ROWS_A_SHEET, textSizeOf } from '../../core/item/card-sheets'
import type { Paper, Printed } from '../../core/item/printed-items'
import { APP_FONTS, printable, REGULAR, STRONG } from './fonts'

export const PAGE_SIZE = { a4: 'A4', letter: 'LETTER' } as const
/** In points. */
const HEIGHT: Record<Paper, number> = { a4: 841.89, letter: 792 }
/** 10 mm, which every printer leaves. */
const MARGIN = 28.35
/** Else five rows would be taken for a hair more than a page. */
const SLACK = 0.5
const HAIRLINE = 0.5
const POINTS = { large: 17, medium: 13, small: 10, tiny: 8, least: 6 } as const
const PADDING = 14

const styles = StyleSheet.create({
  page: { padding: MARGIN, fontFamily: APP_FONTS, color: 'black' },
  row: { flexDirection: 'row' },
  cell: { width: '50%', padding: PADDING, justifyContent: 'center', overflow: 'hidden' },
  number: { position: 'absolute', top: 5, left: 7, fontSize: 6.5 },
  text: { textAlign: 'center', lineHeight: 1.3 },
})

/** Sheets to be cut, and folded or printed on both sides. */
export function CardPages({ printed, paper }: { printed: Extract<Printed, { kind: 'cards' }>; paper: Paper }) {
  const sheets = arrangeCards(printed.cards, printed.layout, printed.first)
  return sheets.map((sheet, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place.
    <Page key={at} size={PAGE_SIZE[paper]} style={styles.page}>
      {sheet.rows.map((row, place) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
          key={place}
          wrap={false}
          style={[styles.row, { height: (HEIGHT[paper] - 2 * MARGIN - SLACK) / ROWS_A_SHEET }]}
        >
          <CellView cell={row[0]} sheet={sheet} place="left" isTop={place === 0} />
          <CellView cell={row[1]} sheet={sheet} place="right" isTop={place === 0} />
        </View>
      ))}
    </Page>
  ))
}

type CellProps = { cell: Cell; sheet: CardSheet; place: 'left' | 'right'; isTop: boolean }

function CellView({ cell, sheet, place, isTop }: CellProps) {
  return (
    <View style={[styles.cell, bordersOf(sheet, place, isTop)]}>
      {cell ? (
        <>
          <Text style={styles.number}>{cell.number}</Text>
          <Text
            style={[
              styles.text,
              { fontSize: POINTS[textSizeOf(cell.text)], fontWeight: cell.side === 'back' ? STRONG : REGULAR },
            ]}
          >
            {printable(cell.text)}
          </Text>
        </>
      ) : null}
    </View>
  )
}

/** Cut along whole lines, fold along the dashed one. Backs have none: no printer hits the same place twice. */
function bordersOf({ side }: CardSheet, place: 'left' | 'right', isTop: boolean) {
  if (side === 'backs') return {}
  return {
    borderColor: 'black',
    borderBottomWidth: HAIRLINE,
    borderTopWidth: isTop ? HAIRLINE : 0,
    borderLeftWidth: HAIRLINE,
    borderRightWidth: place === 'right' ? HAIRLINE : 0,
    ...(side === 'both' && place === 'right' ? { borderLeftStyle: 'dashed' as const } : {}),
  }
}
