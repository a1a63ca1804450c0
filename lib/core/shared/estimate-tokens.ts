/** About how many tokens a text is: tokenizers cut Latin letters into pieces of four, others into pieces of two. */
export function estimateTokens(text: string): number {
  const plain = text.match(/[\p{ASCII}\p{Script=Latin}]/gu)?.length ?? 0
  return Math.ceil(plain / 4 + (text.length - plain) / 2)
}
