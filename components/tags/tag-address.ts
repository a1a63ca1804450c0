/** The decks under a tag. */
export const tagAddress = (name: string): string => `/decks?${new URLSearchParams({ tag: name })}`
