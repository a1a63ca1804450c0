import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DownloadPacks } from '@/components/offline/download-packs'
import { parseStudyRequest } from '@/components/study/parse-study-address'
import { OnlineSession } from '@/components/study/session/online-session'
import { ClientMessages } from '@/components/ui/messages'
import { findDeck } from '@/lib/data/decks/find-deck'
import { getViewer } from '@/lib/session'
import { editCard, rateCard, reloadSession, undoRating } from './actions'
import { loadSession } from './load-session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('title') }
}

export default async function StudyPage({ searchParams }: Props) {
  const request = parseStudyRequest(await searchParams)
  const viewer = await getViewer()
  const deck = request.deckId ? await findDeck(viewer, request.deckId) : null
  if (request.deckId && !deck) notFound()
  // A stranger has nothing due, so they choose a deck first.
  if (!viewer && !deck) redirect('/decks')
  const t = await getTranslations('study')
  const session = await loadSession(viewer, request, new Date())
  return (
    <ClientMessages areas={['study']}>
      <OnlineSession
        // Newly loaded cards are a new session; they include what the old one rated.
        key={session.madeAt}
        {...session}
        title={deck?.title ?? t('today')}
        backHref={deck ? `/decks/${deck.id}` : '/'}
        formIds={{ rate: randomUUID(), undo: randomUUID() }}
        rateAction={rateCard}
        undoAction={undoRating}
        editAction={editCard}
        reloadAction={reloadSession}
      />
      <DownloadPacks
        owner={session.owner}
        deckIds={[...(deck ? [deck.id] : []), ...session.cards.map(({ deckId }) => deckId)]}
      />
    </ClientMessages>
  )
}
