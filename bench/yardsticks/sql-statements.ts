export type Statement = { text: string; values: unknown[] }

/** The statements of one save, in their order, without what only opened the connection. */
export function readStatements(lines: string): Statement[] {
  return lines
    .trim()
    .split('\n')
    .map((line): Statement => JSON.parse(line))
    .filter(({ text }) => !/^\s*(SET|SELECT version)/i.test(text))
}

/** The same statements about other rows: `ids` says which id stands for which. */
export function withIds(statements: readonly Statement[], ids: Readonly<Record<string, string>>): Statement[] {
  return statements.map(({ text, values }) => {
    let written = JSON.stringify(values)
    for (const [recorded, wanted] of Object.entries(ids)) written = written.replaceAll(recorded, wanted)
    return { text, values: JSON.parse(written) }
  })
}
