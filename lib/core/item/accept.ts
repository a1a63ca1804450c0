const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** Other spellings of a key that count as right: without its article, number as word or digits, with or without comma (R15). */
export function accept(key: string): string[] {
  const spellings = new Set<string>()
  const bare = key.replace(/^(?:the|an?)\s+/i, '')
  spellings.add(bare)
  const word = SMALL.indexOf(key.toLowerCase())
  if (word >= 0) spellings.add(String(word))
  if (/^\d{1,2}$/.test(key)) spellings.add(SMALL[Number(key)] ?? key)
  if (/^\d{1,3}(?:,\d{3})+$/.test(key)) spellings.add(key.replaceAll(',', ''))
  if (/\w-\w/.test(bare)) spellings.add(bare.replaceAll('-', ' '))
  spellings.delete(key)
  return [...spellings]
}
