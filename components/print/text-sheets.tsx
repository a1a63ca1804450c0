import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import {
  evidenceParts,
  type Paper,
  type Printed,
  type PrintedFact,
  type PrintedQuestion,
} from '@/lib/core/item/printed-items'
import { isStatement } from '@/lib/core/question-types/registry'
import { questionComponents } from '../question-types/registry'

type Quiz = Extract<Printed, { kind: 'quiz' }>

/** The questions, and the key on a separate sheet. */
export function QuizSheets({ printed, paper }: { printed: Quiz; paper: Paper }) {
  const t = useTranslations('print')
  const { title, version, questions, keys } = printed
  const meta = <p className="mb-4 text-label">{t('versionOf', { letter: version })}</p>
  return (
    <div className="grid gap-6 print:block">
      <article className="text-sheet" data-paper={paper}>
        <h3 className="text-title">{title}</h3>
        {meta}
        <p className="mb-6 grid grid-cols-[2fr_1fr] gap-6 text-label">
          <span className="border-b border-[black]! pb-1">{t('name')}</span>
          <span className="border-b border-[black]! pb-1">{t('date')}</span>
        </p>
        <ol className="grid list-decimal gap-5 ps-7 marker:font-semibold">
          {questions.map((question, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is its number.
            <li key={at}>
              <Question question={question} />
            </li>
          ))}
        </ol>
      </article>
      <article className="text-sheet" data-paper={paper}>
        <h3 className="text-title">{`${t('key')}: ${title}`}</h3>
        {meta}
        <ol className="grid list-decimal gap-3 ps-7 marker:font-semibold">
          {keys.map(({ key, evidence }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key is its question's number.
            <li key={at}>
              <p className="font-semibold">{key.join('; ')}</p>
              <Evidence evidence={evidence} answers={[]} />
            </li>
          ))}
        </ol>
      </article>
    </div>
  )
}

/** Spaces to answer in that say how to answer. */
const EXPLAINED = ['tick-all', 'letters', 'order'] as const

function Question({ question: { type, about, stem, space } }: { question: PrintedQuestion }) {
  const { Printed } = questionComponents(type)
  const t = useTranslations('print')
  const how = EXPLAINED.find((kind) => kind === space.kind)
  return (
    <>
      {about ? <p className="text-caption">{about}</p> : null}
      <p>{isStatement(type) ? `${t('trueFalse')} ${stem}` : stem}</p>
      {how ? <p className="text-caption">{t(`how.${how}`)}</p> : null}
      <Printed space={space} />
    </>
  )
}

/** The facts of the document under its headings, each with its evidence. */
export function FactList({ printed, paper }: { printed: Extract<Printed, { kind: 'facts' }>; paper: Paper }) {
  const { title, facts } = printed
  return (
    <article className="text-sheet" data-paper={paper}>
      <h3 className="mb-4 text-title">{title}</h3>
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact is its place.
        <Fragment key={at}>
          {fact.heading && fact.heading !== facts[at - 1]?.heading ? (
            <h4 className="mt-5 mb-2 font-semibold">{fact.heading}</h4>
          ) : null}
          <div className="keep mb-3">
            <p className="leading-[1.4]">{fact.statement}</p>
            <Evidence {...fact} />
          </div>
        </Fragment>
      ))}
    </article>
  )
}

/** The evidence with the answers in bold. */
function Evidence(fact: Pick<PrintedFact, 'evidence' | 'answers'>) {
  if (fact.evidence === '') return null
  return (
    <p className="whitespace-pre-line font-document text-label leading-[1.5]">
      {evidenceParts(fact).map(({ text, strong }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        <Fragment key={at}>{strong ? <b>{text}</b> : text}</Fragment>
      ))}
    </p>
  )
}
