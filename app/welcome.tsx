import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { evidenceCaption } from '@/components/ui/evidence-quote'
import { SubmitButton } from '@/components/ui/field'
import { wrapClass } from '@/components/ui/page'
import { SiteHeader } from '@/components/ui/site-header'
import { SentenceExample } from '@/components/welcome/sentence-example'
import { WelcomeCard } from '@/components/welcome/welcome-card'
import { firstIntervals } from '@/lib/data/welcome/first-intervals'
import { type WelcomeCard as Card, findWelcomeCard, type WelcomeDeck } from '@/lib/data/welcome/welcome-card'
import { startPracticeQuiz } from './(learn)/quizzes/start-quiz'

/** The first screen of a stranger: a card to try before signing up. It also works while the content is not loaded. */
export async function Welcome() {
  const opening = await findWelcomeCard()
  return (
    <>
      <SiteHeader viewer={null} />
      <main id="main" tabIndex={-1}>
        <section
          aria-labelledby="promise"
          className={`${wrapClass()} grid items-center gap-x-16 gap-y-12 pt-8 pb-16 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] wide:pt-12`}
        >
          <Promised opening={opening} />
          {opening?.card ? <Held title={opening.title} card={opening.card} /> : null}
        </section>
        {opening?.example ? <SentenceExample {...opening.example} intervals={firstIntervals()} /> : null}
      </main>
      <Foot />
    </>
  )
}

async function Promised({ opening }: { opening: WelcomeDeck | null }) {
  const t = await getTranslations('welcome')
  return (
    <div>
      <h1 id="promise" className="hero max-w-[17ch]">
        {t('promise')}
      </h1>
      <p className="mt-6 mb-8 max-w-[34ch] text-lead leading-[1.55] text-ink-muted">{t('lead')}</p>
      {opening ? (
        <div className="flex flex-wrap items-center gap-3">
          <ButtonLink variant="primary" href={`/study?deck=${opening.deckId}`}>
            {t('study')}
          </ButtonLink>
          <form action={startPracticeQuiz}>
            <input type="hidden" name="deckId" value={opening.deckId} />
            <SubmitButton variant="secondary" pendingLabel={t('quizPending')}>
              {t('quiz')}
            </SubmitButton>
          </form>
        </div>
      ) : null}
      <div className="mt-6 max-w-[44ch] text-label leading-[1.5]">
        <Link href="/documents/new" className="inline-flex min-h-11 items-center gap-2 font-[500] underline">
          {t('own')}
          <ArrowRight aria-hidden="true" strokeWidth={1.75} className="size-5" />
        </Link>
        <p className="text-ink-muted">{t('note')}</p>
      </div>
    </div>
  )
}

async function Held({ title, card }: { title: string; card: Card }) {
  const [t, format] = await Promise.all([getTranslations('common.evidence'), getFormatter()])
  const caption = evidenceCaption(t, card.evidence.caption)
  return (
    <WelcomeCard
      title={title}
      stem={card.stem}
      answer={format.list(card.answers)}
      caption={caption}
      evidence={card.evidence}
    />
  )
}

async function Foot() {
  const t = await getTranslations('welcome')
  return (
    <footer className="border-t text-label text-ink-muted">
      <div className={`${wrapClass()} flex flex-wrap justify-between gap-x-8 gap-y-2 py-6`}>
        <p>
          {t.rich('teaching', {
            link: (chunks) => (
              <Link href="/classes" className="py-3 underline">
                {chunks}
              </Link>
            ),
          })}
        </p>
        <p>{t('open')}</p>
      </div>
    </footer>
  )
}
