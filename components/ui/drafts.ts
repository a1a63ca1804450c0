/** What is written in a form and not saved, by field. */
export type DraftFields = Readonly<Record<string, string>>

const PREFIX = 'bilim draft '

const prefixOf = (owner: string | null) => `${PREFIX}${owner ?? 'stranger'} `

/** Two decks may hold one item, and two learners may use one device: each has a draft of their own. */
export function draftName(owner: string | null, deckId: string, itemId: string): string {
  return `${prefixOf(owner)}${deckId} ${itemId}`
}

export const readDraft = (name: string): DraftFields | null =>
  inTab((kept) => {
    const fields: unknown = JSON.parse(kept.getItem(name) ?? 'null')
    return fields && typeof fields === 'object' ? (fields as DraftFields) : null
  })

export const writeDraft = (name: string, fields: DraftFields): void =>
  void inTab((kept) => kept.setItem(name, JSON.stringify(fields)))

export const dropDraft = (name: string): void => void inTab((kept) => kept.removeItem(name))

/** After signing out or deleting the account, nothing that was written stays readable in this tab. */
export const dropDraftsOfOthers = (owner: string | null): void =>
  void inTab((kept) => {
    const others = Object.keys(kept).filter((name) => name.startsWith(PREFIX) && !name.startsWith(prefixOf(owner)))
    for (const name of others) kept.removeItem(name)
  })

/** Null where the browser refuses to keep anything: then the words are as safe as the open form. */
function inTab<T>(use: (kept: Storage) => T): T | null {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}
