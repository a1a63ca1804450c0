import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { evidenceParts, type Paper, type Printed, type PrintedFact } from '../../core/item/printed-items'
import { FlowPage } from './flow-page'
import { DOCUMENT_FONTS, printable, STRONG } from './fonts'

const styles = StyleSheet.create({
  heading: { fontSize: 13, fontWeight: STRONG, marginTop: 10, marginBottom: 4 },
  fact: { marginBottom: 8 },
  evidence: { fontFamily: DOCUMENT_FONTS, fontSize: 10 },
  answer: { fontWeight: STRONG },
})

/** What the document states, in its order, with the words that say so. */
export function FactPages({ printed, paper }: { printed: Extract<Printed, { kind: 'facts' }>; paper: Paper }) {
  return (
    <FlowPage paper={paper} title={printed.title}>
      {printed.facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact is its place.
        <View key={at} style={styles.fact} wrap={false}>
          {fact.heading && fact.heading !== printed.facts[at - 1]?.heading ? (
            <Text style={styles.heading}>{printable(fact.heading)}</Text>
          ) : null}
          <Text>{printable(fact.statement)}</Text>
          <Evidence fact={fact} />
        </View>
      ))}
    </FlowPage>
  )
}

function Evidence({ fact }: { fact: PrintedFact }) {
  if (fact.evidence === '') return null
  return (
    <Text style={styles.evidence}>
      {evidenceParts(fact).map(({ text, strong }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        <Text key={at} style={strong ? styles.answer : {}}>
          {printable(text)}
        </Text>
      ))}
    </Text>
  )
}
