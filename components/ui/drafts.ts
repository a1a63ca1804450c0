/** What is written in a form and not saved, by field. */
export type DraftFields = Readonly<Record<string, string>>

const PREFIX = 'bilim draft '

const prefixOf = (owner: string | null) => `${PREFIX}${owner ?? 'stranger'} `

/** Two decks may hold one item, and two learners may use one device: each has a draft of their own. */
export function draftName(owner: string | null, deckId: string, itemId: string): string {
  return `${prefixOf(owner)}${deckId} ${itemId}`
}

// A browser may refuse to keep anything: then the words are as safe as the open form.
export function readDraft(name: string): DraftFields | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null')
    return kept && typeof kept === 'object' ? (kept as DraftFields) : null
  } catch {
    return null
  }
}

export function writeDraft(name: string, fields: DraftFields): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(fields))
  } catch {}
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(name)
  } catch {}
}

/** After signing out or deleting the account, nothing that was written stays readable in this tab. */
export function dropDraftsOfOthers(owner: string | null): void {
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(PREFIX) && !name.startsWith(prefixOf(owner))) sessionStorage.removeItem(name)
    }
  } catch {}
}
