import { ChevronLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AssistantScreen } from '@/components/assistant/assistant-screen'
import { ImportedBefore } from '@/components/import/imported-before'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { type PromptedDeck, readPrompted } from '@/lib/data/authoring/prompted-deck'
import { changeDepthByForm, renameDeckAction } from '../../../../../decks/[id]/items/actions'
import { openDeck } from '../../../../../decks/[id]/open-deck'
import { refusalSentences } from '../../../../../decks/[id]/refusal-sentence'
import { checkReply } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assistant')
  return { title: t('title') }
}

/** Questions by a chat assistant of the author's own: a prompt to copy, and a place for the reply. */
export default async function AssistantPage({ params }: Props) {
  const { viewer, deck } = await openDeck((await params).id)
  const [t, prompted] = await Promise.all([
    getTranslations('assistant'),
    viewer && deck ? readPrompted(viewer, deck.id) : null,
  ])
  if (!viewer || !deck || !prompted) notFound()
  const items = `/decks/${deck.id}/items`
  if (prompted.parts.length === 0) redirect(items)
  return (
    <Page>
      <p className="pt-2 text-label">
        <Link
          href={items}
          className="inline-flex min-h-11 items-center gap-2 font-[500] text-ink-muted no-underline hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" strokeWidth={1.75} className="-ms-1.5 size-5 flex-none" />
          <span className="line-clamp-1">{t('back', { title: deck.title })}</span>
        </Link>
      </p>
      <div className="[&>header]:pt-0">
        <PageHead title={t('title')} meta={t('meta')} />
      </div>
      <ClientMessages areas={['assistant', 'deck']}>
        <ImportedBefore
          {...{ deckId: deck.id, title: deck.title, depth: deck.depth, importedAt: deck.importedAt }}
          rename={renameDeckAction}
        />
        <AssistantScreen
          owner={viewer.learnerId}
          deckId={deck.id}
          prompts={prompted.parts.map(({ prompt, kept, refused }) => ({ prompt, kept, refused }))}
          soFar={await soFarOf(prompted)}
          action={checkReply}
          changeDepth={changeDepthByForm}
        />
      </ClientMessages>
    </Page>
  )
}

async function soFarOf({ kept, beyond, wider, refused }: PromptedDeck) {
  const sentenceOf = await refusalSentences()
  return {
    ...{ kept, beyond, wider },
    refused: refused.map((refusal) => ({ question: refusal.stem, why: sentenceOf(refusal) })),
  }
}
