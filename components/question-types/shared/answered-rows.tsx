import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Span } from '@/lib/core/document/document'
import type { ShownEvidence } from '@/lib/core/document/evidence'
import type { RevealedAnswer, ShownPair, ShownPlace } from '@/lib/core/question-types/question-type'
import type { Feedback } from '@/lib/core/quiz/feedback'
import { EvidenceInList, LineSign } from './feedback-parts'

type Arrangement = Extract<RevealedAnswer, { kind: 'pairs' | 'order' }>

type Props = {
  answer: Arrangement
  /** The address that the evidence links to; without it there is no link. */
  href?: string
  /** Shows evidence beside each row, and only for rows that were wrong. */
  wide?: boolean
}

export function isArrangement(answer: RevealedAnswer): answer is Arrangement {
  return answer.kind === 'pairs' || answer.kind === 'order'
}

/** How many of a question's pairs or places counted. */
export function tallyOf(answer: Arrangement): { readonly right: number; readonly all: number } {
  const rows: readonly { readonly counted: boolean }[] = answer.kind === 'pairs' ? answer.pairs : answer.places
  return { right: rows.filter(({ counted }) => counted).length, all: rows.length }
}

/** An answered matching or ordering: each right pair or place, the given one if it was wrong, and the evidence. */
function RevealedRows({ answer, ...rest }: Props) {
  if (answer.kind === 'pairs')
    return <Groups groups={groupByEvidence(answer.pairs)} nameOf={({ prompt }) => prompt} Row={PairRow} {...rest} />
  const numbered = answer.places.map((place, at) => ({ ...place, right: at + 1 }))
  return <Groups groups={groupNeighbours(numbered)} nameOf={({ entry }) => entry} Row={PlaceRow} {...rest} />
}

type GroupsProps<T> = Omit<Props, 'answer'> & {
  groups: readonly EvidenceGroup<T>[]
  nameOf: (row: T) => string
  Row: (props: { row: T }) => React.ReactNode
}

function Groups<T extends { counted: boolean }>({ groups, nameOf, Row, href, wide = false }: GroupsProps<T>) {
  const link = href ? { href } : {}
  return (
    <div>
      {groups.map(({ rows, evidence, answers }) => (
        <div
          key={evidence.sentence}
          className={clsx(
            'grid gap-x-16 gap-y-3 border-t py-4 first:border-t-0 first:pt-0',
            wide && 'lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]',
          )}
        >
          <ul className="grid content-start gap-3">
            {rows.map((row) => (
              <Row key={nameOf(row)} row={row} />
            ))}
          </ul>
          {wide && rows.every(({ counted }) => counted) ? null : (
            <div className="ps-8 lg:data-wide:ps-0" data-wide={wide || undefined}>
              <EvidenceInList evidence={evidence} answers={answers} {...link} />
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

function PairRow({ row: { prompt, given, right, counted } }: { row: ShownPair }) {
  const t = useTranslations('quiz.feedback')
  return (
    <Row counted={counted} said={given === '' ? t('pairEmpty') : t('pairGiven', { given })}>
      {prompt}
      <span aria-hidden="true" className="mx-2 text-ink-muted">
        →
      </span>
      <span className="sr-only">: </span>
      <b className="font-semibold">{right}</b>
    </Row>
  )
}

function PlaceRow({ row: { entry, given, right, counted } }: { row: ShownPlace & { right: number } }) {
  const t = useTranslations('quiz.feedback')
  return (
    <Row counted={counted} said={given === null ? null : t('placeGiven', { place: given })}>
      <span className="me-2 text-ink-muted">{right}</span>
      <b className="font-semibold">{entry}</b>
    </Row>
  )
}

function Row({ counted, said, children }: { counted: boolean; said: string | null; children: React.ReactNode }) {
  const t = useTranslations('quiz.feedback')
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-3 leading-[1.45]">
      <span className="pt-[0.14em]">
        <LineSign sign={counted ? 'right' : 'wrong'} />
        <span className="sr-only">{t(counted ? 'right' : 'wrong')}: </span>
      </span>
      <span className="wrap-anywhere">{children}</span>
      {counted || said === null ? null : <span className="col-start-2 text-label text-wrong">{said}</span>}
    </li>
  )
}

export function AnsweredRows({ feedback: { answer } }: { feedback: Feedback }) {
  return isArrangement(answer) ? <RevealedRows answer={answer} /> : null
}

/** The same for the result page, with evidence beside the rows and linked to the text. */
export function MissedRows({ feedback: { answer }, href }: { feedback: Feedback; href: string }) {
  return isArrangement(answer) ? <RevealedRows answer={answer} href={href} wide /> : null
}

type EvidenceGroup<T> = {
  readonly rows: readonly T[]
  readonly evidence: ShownEvidence
  /** The answers of all rows in the evidence. */
  readonly answers: readonly Span[]
}

type WithEvidence = { readonly evidence: ShownEvidence }

/** Rows with the same evidence form a group, so that it is quoted once. Groups are in the order of their first rows. */
function groupByEvidence<T extends WithEvidence>(rows: readonly T[]): readonly EvidenceGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.evidence.sentence, [...(groups.get(row.evidence.sentence) ?? []), row])
  return [...groups.values()].flatMap(toGroup)
}

/** The same without changing the order of the rows: only neighbours form a group. */
function groupNeighbours<T extends WithEvidence>(rows: readonly T[]): readonly EvidenceGroup<T>[] {
  const groups: T[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.evidence.sentence === row.evidence.sentence) last.push(row)
    else groups.push([row])
  }
  return groups.flatMap(toGroup)
}

function toGroup<T extends WithEvidence>(rows: readonly T[]): EvidenceGroup<T>[] {
  const [first] = rows
  return first
    ? [{ rows, evidence: first.evidence, answers: rows.flatMap(({ evidence }) => evidence.answer ?? []) }]
    : []
}
