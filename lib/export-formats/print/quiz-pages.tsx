import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { evidenceParts, type Paper, type Printed, type PrintedQuestion } from '../../core/item/printed-items'
import type { AnswerSpace } from '../../core/question-types/question-type'
import { isStatement } from '../../core/question-types/registry'
import { letterOf } from '../../core/shared/option-rows'
import { FlowPage } from './flow-page'
import { DOCUMENT_FONTS, printable, STRONG } from './fonts'
import type { PrintWords } from './print-job'

const styles = StyleSheet.create({
  who: { flexDirection: 'row', gap: 24, marginBottom: 16 },
  whoLine: { flexDirection: 'row', flexGrow: 1, borderBottomWidth: 0.5, paddingBottom: 2 },
  question: { flexDirection: 'row', marginBottom: 14 },
  number: { width: 26, fontWeight: STRONG },
  body: { flex: 1 },
  about: { fontSize: 9, marginBottom: 1 },
  how: { fontSize: 9 },
  option: { flexDirection: 'row', marginTop: 4 },
  box: { width: 9, height: 9, borderWidth: 0.75, marginTop: 3, marginRight: 6 },
  blank: { width: 22, height: 12, borderBottomWidth: 0.75, marginRight: 8 },
  line: { borderBottomWidth: 0.75, height: 22 },
  letters: { marginTop: 6 },
  evidence: { fontFamily: DOCUMENT_FONTS, fontSize: 9.5, marginTop: 1 },
})

type Quiz = Extract<Printed, { kind: 'quiz' }>
type QuizProps = { printed: Quiz; paper: Paper; words: PrintWords }

/** The questions; then, on sheets of its own, what is right. */
export function QuizPages({ printed, paper, words }: QuizProps) {
  const { title, questions } = printed
  return (
    <>
      <FlowPage paper={paper} title={title} meta={words.version}>
        <View style={styles.who}>
          <Text style={[styles.whoLine, { flexGrow: 2 }]}>{words.name}</Text>
          <Text style={styles.whoLine}>{words.date}</Text>
        </View>
        {questions.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its number.
          <View key={at} style={styles.question} wrap={false}>
            <Text style={styles.number}>{`${at + 1}.`}</Text>
            <Question question={question} words={words} />
          </View>
        ))}
      </FlowPage>
      <KeyPage printed={printed} paper={paper} words={words} />
    </>
  )
}

function Question({ question: { type, about, stem, space }, words }: { question: PrintedQuestion; words: PrintWords }) {
  const how = words.how[space.kind]
  return (
    <View style={styles.body}>
      {about ? <Text style={styles.about}>{printable(about)}</Text> : null}
      <Text>{printable(isStatement(type) ? `${words.trueFalse} ${stem}` : stem)}</Text>
      {how ? <Text style={styles.how}>{how}</Text> : null}
      <Space space={space} />
    </View>
  )
}

function Space({ space }: { space: AnswerSpace }) {
  switch (space.kind) {
    case 'gaps':
      return null
    case 'line':
      return <View style={styles.line} />
    case 'tick':
    case 'tick-all':
      return <Options options={space.options} mark="box" lettered={space.options.length > 2} />
    case 'order':
      return <Options options={space.options} mark="blank" />
    case 'letters':
      return (
        <>
          <Options options={space.prompts} mark="blank" />
          <View style={styles.letters}>
            {space.options.map((option, at) => (
              <Text key={option}>{printable(`${letterOf(at)}. ${option}`)}</Text>
            ))}
          </View>
        </>
      )
  }
}

type OptionsProps = { options: readonly string[]; mark: 'box' | 'blank'; lettered?: boolean }

function Options({ options, mark, lettered = false }: OptionsProps) {
  return options.map((option, at) => (
    <View key={option} style={styles.option}>
      <View style={styles[mark]} />
      <Text style={styles.body}>{printable(lettered ? `${letterOf(at)}. ${option}` : option)}</Text>
    </View>
  ))
}

function KeyPage({ printed: { title, keys }, paper, words }: QuizProps) {
  return (
    <FlowPage paper={paper} title={`${words.key}: ${title}`} meta={words.version}>
      {keys.map(({ key, evidence }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key is its question's number.
        <View key={at} style={[styles.question, { marginBottom: 8 }]} wrap={false}>
          <Text style={styles.number}>{`${at + 1}.`}</Text>
          <View style={styles.body}>
            <Text style={{ fontWeight: STRONG }}>{printable(key.join('; '))}</Text>
            {evidence === '' ? null : (
              <Text style={styles.evidence}>
                {evidenceParts({ evidence, answers: [] }).map(({ text }) => printable(text))}
              </Text>
            )}
          </View>
        </View>
      ))}
    </FlowPage>
  )
}
