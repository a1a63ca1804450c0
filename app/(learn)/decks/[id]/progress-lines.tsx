import { GenerationLine } from '@/components/import/generation-line'
import { ReadingLine } from '@/components/reading/reading-line'
import { ClientMessages } from '@/components/ui/messages'
import type { Viewer } from '@/lib/core/people/viewer'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { findGenerationProgress } from '@/lib/data/documents/generation-job'
import { cancelGenerationAction, resumeGenerationAction, resumeReadingAction, stopReadingAction } from './actions'
import { readShown } from './shown-reading'

/** How far the rules and the model are with a deck's document, as long as either is not done. */
export async function ProgressLines({ deck, viewer }: { deck: DeckHead; viewer: Viewer | null }) {
  const [generation, reading] = await Promise.all([
    findGenerationProgress(viewer, deck.id),
    deck.mayEdit ? readShown(viewer, deck.id) : null,
  ])
  return (
    <ClientMessages areas={['deck', 'reading']}>
      {generation && generation.kind !== 'complete' ? (
        <GenerationLine
          deckId={deck.id}
          state={generation}
          mayEdit={deck.mayEdit}
          actions={{ cancel: cancelGenerationAction, resume: resumeGenerationAction }}
        />
      ) : null}
      {reading && reading.state !== 'complete' ? (
        <ReadingLine
          deckId={deck.id}
          reading={reading}
          actions={{ stop: stopReadingAction, resume: resumeReadingAction }}
        />
      ) : null}
    </ClientMessages>
  )
}
