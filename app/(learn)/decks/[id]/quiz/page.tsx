import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ModeFields } from '@/components/quiz/mode-fields'
import { DEFAULT_QUESTION_COUNT, QUESTION_COUNTS } from '@/components/quiz/question-counts'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError, SelectField, SubmitButton } from '@/components/ui/field'
import type { DeckId } from '@/lib/core/ids'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import type { DeckContents, DeckHead } from '@/lib/data/decks/find-deck'
import { countAskable } from '@/lib/data/quizzes/create-quiz'
import { listAttempts } from '@/lib/data/quizzes/find-attempt'
import { startQuiz } from '../../../quizzes/start-quiz'
import { NoAcceptedItems } from '../no-accepted-items'
import { NothingYet } from '../nothing-yet'
import { openContents, openDeck } from '../open-deck'
import { EarlierResults } from './earlier-results'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('quiz.tab')
  return { title: t('title') }
}

export default async function QuizTab({ params, searchParams }: Props) {
  const [{ id }, { problem }] = await Promise.all([params, searchParams])
  const { viewer, deck } = await openDeck(id)
  if (!deck) notFound()
  const [t, askable, attempts, contents] = await Promise.all([
    getTranslations('quiz.tab'),
    countAskable(viewer, deck.id),
    listAttempts(viewer, deck.id),
    openContents(deck.id),
  ])
  return (
    <div className="grid gap-x-16 gap-y-12 pt-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      {askable.questions > 0 ? (
        <section aria-labelledby="take">
          <h2 id="take">{t('title')}</h2>
          <p className="mt-2 text-ink-muted">
            {t('about', { facts: askable.facts, others: Math.max(0, (contents?.facts ?? 0) - askable.facts) })}
          </p>
          {askable.leavesOut ? (
            <p className="mt-2 text-ink-muted">{t('leftOut', { questions: askable.questions })}</p>
          ) : null}
          <StartForm deckId={deck.id} questions={askable.questions} failed={problem === 'no-questions'} />
        </section>
      ) : (
        <NoQuestions deck={deck} contents={contents} />
      )}
      <EarlierResults attempts={attempts} />
    </div>
  )
}

/** Why there is no quiz, and the next step: for a learner the cards, for the author what waits or what can be written. */
async function NoQuestions({ deck, contents }: { deck: DeckHead; contents: DeckContents | null }) {
  const t = await getTranslations('quiz.tab')
  const { cards, unacceptedItems } = contents ?? { cards: 0, unacceptedItems: { kind: 'none' } as const }
  if (unacceptedItems.kind === 'to-review' || (unacceptedItems.kind === 'unreviewed' && cards === 0)) {
    return <NoAcceptedItems deckId={deck.id} unacceptedItems={unacceptedItems} title={t('emptyTitle')} />
  }
  if (cards === 0) return <NothingYet deck={deck} unacceptedItems={unacceptedItems} />
  const action = (
    <>
      <ButtonLink href={`/study?deck=${deck.id}`}>{t('emptyAction')}</ButtonLink>
      {deck.mayEdit ? <ButtonLink href={`/decks/${deck.id}/items`}>{t('writeItems')}</ButtonLink> : null}
    </>
  )
  return (
    <EmptyState title={t('cardsOnly')} action={action}>
      {t('cardsOnlyBody')} {deck.mayEdit ? t('cardsOnlyAuthor') : null}
    </EmptyState>
  )
}

async function StartForm({ deckId, questions, failed }: { deckId: DeckId; questions: number; failed: boolean }) {
  const t = await getTranslations('quiz.tab')
  const counts = [...QUESTION_COUNTS.filter((count) => count < questions), questions]
  return (
    <form action={startQuiz} className="mt-6 grid gap-6">
      <input type="hidden" name="deckId" value={deckId} />
      {failed ? <FormError>{t('noQuestions')}</FormError> : null}
      <SelectField
        label={t('count')}
        name="count"
        defaultValue={Math.min(DEFAULT_QUESTION_COUNT, counts.at(-1) ?? DEFAULT_QUESTION_COUNT)}
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {t(count === questions && count < QUESTIONS_PER_QUIZ ? 'countAll' : 'countOption', { count })}
          </option>
        ))}
      </SelectField>
      <ModeFields />
      <div className="flex justify-end">
        {/* The primary button of this screen is in the deck's header. */}
        <SubmitButton variant="secondary" pendingLabel={t('starting')} className="sm:min-w-44 max-sm:w-full">
          {t('start')}
        </SubmitButton>
      </div>
    </form>
  )
}
