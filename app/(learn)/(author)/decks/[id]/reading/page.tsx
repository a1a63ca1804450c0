import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ImportedBefore } from '@/components/import/imported-before'
import { LetModelRead } from '@/components/reading/let-model-read'
import { ReadingProgress } from '@/components/reading/reading-progress'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { letModelReadAction, resumeReadingAction, stopReadingAction } from '../../../../decks/[id]/actions'
import { renameDeckAction } from '../../../../decks/[id]/items/actions'
import { modelToOffer } from '../../../../decks/[id]/model-to-offer'
import { openDeck } from '../../../../decks/[id]/open-deck'
import { readShown } from '../../../../decks/[id]/shown-reading'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { deck } = await openDeck((await params).id)
  return deck ? { title: deck.title } : {}
}

/** How far the model has read a document, for its author. */
export default async function ReadingPage({ params }: Props) {
  const { viewer, deck } = await openDeck((await params).id)
  if (!deck?.mayEdit) notFound()
  const reading = await readShown(viewer, deck.id)
  if (!reading) redirect(`/decks/${deck.id}`)
  const model = reading.reason === 'other-model' ? await modelToOffer(viewer, deck) : null
  return (
    <Page>
      <ClientMessages areas={['reading', 'document', 'deck']}>
        <ImportedBefore
          {...{ deckId: deck.id, title: deck.title, depth: deck.depth, importedAt: deck.importedAt }}
          rename={renameDeckAction}
        />
        <ReadingProgress
          deckId={deck.id}
          title={deck.title}
          reading={reading}
          actions={{ stop: stopReadingAction, resume: resumeReadingAction }}
        >
          {model ? <LetModelRead deckId={deck.id} model={model} action={letModelReadAction} /> : null}
        </ReadingProgress>
      </ClientMessages>
    </Page>
  )
}
