import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/field'
import { Page, PageHead } from '@/components/ui/page'
import { TextWithGaps } from '@/components/ui/text-with-gaps'
import { findSharedDeck, type SharedDeck } from '@/lib/data/decks/share-deck'
import { requestAddress } from '@/lib/request'
import { getViewer } from '@/lib/session'
import { open } from './actions'

type Props = { params: Promise<{ secret: string }> }

const readShared = cache(async (secret: string) =>
  findSharedDeck(await getViewer(), { secret, address: await requestAddress() }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [shared, t] = await Promise.all([readShared((await params).secret), getTranslations('share')])
  const title = shared ? t('shared.metaTitle', { title: shared.title }) : t('gone.title')
  // People with the link may read the page; search engines must not index it.
  return { title, robots: { index: false, follow: false } }
}

/** What the deck of a link contains. Viewing it stores nothing about the visitor. */
export default async function SharedPage({ params }: Props) {
  const { secret } = await params
  const shared = await readShared(secret)
  if (!shared) notFound()
  const t = await getTranslations('share.shared')
  const deck = shared.isByHand ? 'byHand' : 'document'
  return (
    <Page>
      <PageHead title={shared.title} meta={t('from')} />
      <div className="grid gap-x-16 gap-y-10 border-t pt-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="grid content-start gap-6">
          <p className="measure text-lead">{t('facts', { count: shared.facts, deck })}</p>
          <p className="measure">{shared.place === 'own' ? t('own') : t('what', { deck })}</p>
          {shared.place === 'own' ? <OwnDeck deckId={shared.deckId} /> : <Open secret={secret} />}
        </div>
        {shared.cards.length > 0 ? <SomeCards cards={shared.cards} /> : null}
      </div>
    </Page>
  )
}

async function OwnDeck({ deckId }: { deckId: string }) {
  const t = await getTranslations('share.shared')
  return (
    <div>
      <ButtonLink variant="primary" href={`/decks/${deckId}`}>
        {t('ownOpen')}
      </ButtonLink>
    </div>
  )
}

async function Open({ secret }: { secret: string }) {
  const t = await getTranslations('share.shared')
  return (
    <form action={open} className="flex flex-wrap gap-3 max-sm:*:flex-[1_1_auto]">
      <input type="hidden" name="secret" value={secret} />
      <SubmitButton name="to" value="study" pendingLabel={t('opening')}>
        {t('study')}
      </SubmitButton>
      <SubmitButton name="to" value="deck" variant="secondary">
        {t('look')}
      </SubmitButton>
    </form>
  )
}

async function SomeCards({ cards }: Pick<SharedDeck, 'cards'>) {
  const [t, format] = await Promise.all([getTranslations('share.shared'), getFormatter()])
  return (
    <section aria-labelledby="cards">
      <h2 id="cards" className="mb-2 text-lead">
        {t('cards')}
      </h2>
      <ul>
        {cards.map(({ front, back }) => (
          <li key={front} className="border-t py-4">
            <p className="mb-1 wrap-anywhere">
              <TextWithGaps text={front} />
            </p>
            <Disclosure summary={t('answer')}>
              <p className="font-semibold wrap-anywhere">{format.list(back)}</p>
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  )
}
