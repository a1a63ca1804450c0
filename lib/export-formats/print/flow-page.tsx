import { Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { Paper } from '../../core/item/printed-items'
import { PAGE_SIZE } from './card-pages'
import { APP_FONTS, printable, STRONG } from './fonts'

const styles = StyleSheet.create({
  page: {
    paddingTop: 48,
    paddingBottom: 56,
    paddingHorizontal: 56,
    fontFamily: APP_FONTS,
    fontSize: 11,
    lineHeight: 1.4,
  },
  title: { fontSize: 18, fontWeight: STRONG, lineHeight: 1.25 },
  meta: { marginTop: 2 },
  foot: { position: 'absolute', top: 24, left: 56, right: 56, fontSize: 8.5, textAlign: 'right' },
})

type FlowPageProps = { paper: Paper; title: string; meta?: string; children: ReactNode }

/** As many pages as what stands in it needs, each with its number. */
export function FlowPage({ paper, title, meta, children }: FlowPageProps) {
  return (
    <Page size={PAGE_SIZE[paper]} style={styles.page}>
      <View style={{ marginBottom: 14 }}>
        <Text style={styles.title}>{printable(title)}</Text>
        {meta ? <Text style={styles.meta}>{meta}</Text> : null}
      </View>
      {children}
      <Text
        fixed
        style={styles.foot}
        render={({ subPageNumber, subPageTotalPages }) => `${subPageNumber} / ${subPageTotalPages}`}
      />
    </Page>
  )
}
