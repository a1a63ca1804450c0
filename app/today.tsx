import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ExamCountdown } from '@/components/exam/exam-countdown'
import { FlushQueue, RefreshWhenSaved } from '@/components/study/queue/queue-outside-study'
import { Assigned, hrefOfTask } from '@/components/today/assigned'
import { ClassList, JoinClass } from '@/components/today/class-list'
import { type Days, DeckRow } from '@/components/today/deck-row'
import { type NextAction, nextAction } from '@/components/today/next-action'
import { ButtonLink, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { MasteryLegend } from '@/components/ui/mastery-swatch'
import { Page, SectionHead } from '@/components/ui/page'
import { SiteHeader } from '@/components/ui/site-header'
import type { Viewer } from '@/lib/core/people/viewer'
import { assignmentsOf } from '@/lib/data/classes/assignments'
import { type ClassSummary, listClasses } from '@/lib/data/classes/classes'
import { type FactToTeach, factsToTeachByClass } from '@/lib/data/classes/facts-to-teach'
import { listSharing, type Sharing } from '@/lib/data/decks/share-deck'
import { listExams } from '@/lib/data/exams/exams'
import { type Today as TodayData, today } from '@/lib/data/progress/today'
import { goToClass } from './go-to-class'

/** The next action, then decks and classes. For a teacher the classes come first. */
export async function Today({ viewer }: { viewer: Viewer }) {
  const now = new Date()
  const [work, assignments, classes, sharing, exams] = await Promise.all([
    today(viewer, now),
    assignmentsOf(viewer, now),
    listClasses(viewer),
    listSharing(viewer),
    listExams(viewer, now),
  ])
  const taught = classes.filter(({ role, endedAt }) => role === 'teacher' && endedAt === null)
  const toTeach = await factsToTeachByClass(
    viewer,
    taught.map(({ classId }) => classId),
    now,
  )
  return (
    <>
      <SiteHeader viewer={viewer} current="today" />
      <FlushQueue owner={viewer.learnerId} isGuest={viewer.identityKind === 'guest'} />
      <RefreshWhenSaved madeAt={now.getTime()} />
      <Page>
        <div className="grid gap-x-16 wide:grid-cols-[minmax(0,1fr)_20rem]">
          <Now viewer={viewer} now={now}>
            <NextActionLine action={nextAction(work, assignments, taught)} now={now} />
          </Now>
          <ExamCountdown exams={exams} />
        </div>
        <div className="grid gap-x-16 gap-y-12 wide:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid content-start gap-12">
            {taught.length > 0 ? <Classes classes={classes} toTeach={toTeach} /> : null}
            <Decks
              work={work}
              days={{ now, timeZone: viewer.timeZone, dayStartHour: viewer.dayStartHour }}
              sharing={sharing}
            />
          </div>
          <div className="grid content-start gap-12">
            {assignments.length > 0 ? <Assigned assignments={assignments} now={now} /> : null}
            {taught.length === 0 ? <Classes classes={classes} toTeach={toTeach} /> : null}
          </div>
        </div>
      </Page>
    </>
  )
}

async function Now({ viewer, now, children }: { viewer: Viewer; now: Date; children: ReactNode }) {
  const [t, format] = await Promise.all([getTranslations('welcome.today'), getFormatter()])
  const date = format.dateTime(now, { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <section aria-labelledby="now" className="pt-8 pb-12 wide:pt-12">
      <p className="text-ink-muted">{date}</p>
      {children}
      {viewer.identityKind === 'guest' ? (
        <p className="mt-4 text-label text-ink-muted">
          {t.rich('guest', { link: (chunks) => <Inline href="/sign-up">{chunks}</Inline> })}
        </p>
      ) : null}
    </section>
  )
}

async function NextActionLine({ action, now }: { action: NextAction; now: Date }) {
  const [t, format] = await Promise.all([getTranslations('welcome.today'), getFormatter()])
  switch (action.kind) {
    case 'study':
      return (
        <Headline
          text={t('headline', { ...action.counts })}
          href="/study"
          action={t(action.begun ? 'continue' : 'start')}
        />
      )
    case 'teach':
      return (
        <Headline
          text={t('teach', { state: action.state, learners: action.learners, waiting: action.waiting })}
          href={`/classes/${action.first.classId}`}
          action={t('openClass', { name: action.first.name })}
        />
      )
    case 'tasks':
      return <Headline text={t('tasks', { count: action.count })} href={hrefOfTask(action.first)} action={t('start')} />
    case 'begin':
      return action.deckId ? (
        <Headline text={t('begin')} href={`/study?deck=${action.deckId}`} action={t('beginWith')} />
      ) : (
        <Headline text={t('begin')} href="/documents/new" action={t('newDocument')} />
      )
    case 'rest': {
      const note = action.next ? t('doneNext', { when: format.relativeTime(action.next, now) }) : null
      return <Headline text={t('done')} note={note} href="/decks" action={t('ahead')} />
    }
  }
}

function Headline(props: { text: string; note?: string | null; href: string; action: string }) {
  return (
    <>
      <h1 id="now" className="hero mt-2 mb-6 max-w-[19ch]">
        {props.text}
      </h1>
      {props.note ? <p className="-mt-3 mb-6 text-lead text-ink-muted">{props.note}</p> : null}
      <Link href={props.href} className={`${buttonClass('primary')} min-h-14 min-w-48 text-lead max-sm:w-full`}>
        {props.action}
      </Link>
    </>
  )
}

type DecksProps = { work: TodayData; days: Days; sharing: ReadonlyMap<string, Sharing> }

async function Decks({ work, days, sharing }: DecksProps) {
  const t = await getTranslations('welcome.today')
  return (
    <section aria-labelledby="decks">
      <SectionHead id="decks" title={t('decks')}>
        <span className="flex flex-wrap justify-end gap-x-5">
          <Inline href="/decks/new">{t('newByHand')}</Inline>
          <Inline href="/documents/new">{t('newDocument')}</Inline>
        </span>
      </SectionHead>
      {work.decks.decks.length > 0 ? (
        <>
          {work.decks.decks.map((deck) => (
            <DeckRow key={deck.id} deck={deck} days={days} shared={sharing.get(deck.id) ?? null} />
          ))}
          <div className="border-t pt-6">
            {work.decks.more ? (
              <p className="mb-4">
                <Inline href="/decks">{t('allDecks')}</Inline>
              </p>
            ) : null}
            <MasteryLegend />
          </div>
        </>
      ) : (
        <EmptyState action={<ButtonLink href="/documents/new">{t('newDocument')}</ButtonLink>}>
          {t('noDecks')}
        </EmptyState>
      )}
    </section>
  )
}

type ClassesProps = {
  classes: readonly ClassSummary[]
  toTeach: ReadonlyMap<string, readonly FactToTeach[]>
}

async function Classes({ classes, toTeach }: ClassesProps) {
  const t = await getTranslations('welcome.today')
  const running = classes.filter(({ endedAt }) => endedAt === null)
  return (
    <section aria-labelledby="classes">
      <SectionHead id="classes" title={t('classes')}>
        {running.some(({ role }) => role === 'teacher') ? <Inline href="/classes">{t('newClass')}</Inline> : null}
      </SectionHead>
      {running.length > 0 ? <ClassList classes={running} toTeach={toTeach} /> : <JoinClass action={goToClass} />}
    </section>
  )
}

function Inline({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="inline-flex min-h-11 items-center text-label font-[500] text-ink underline">
      {children}
    </Link>
  )
}
