import type { StudyCard } from '@/lib/core/memory/study-card'

/** Whether an option was chosen and how; null: nothing was, or there was nothing to choose from. */
export function choiceOf({ options }: StudyCard, given: string): 'right' | 'wrong' | null {
  const chosen = options?.find(({ text }) => text === given)
  if (!chosen) return null
  return chosen.isRight ? 'right' : 'wrong'
}
