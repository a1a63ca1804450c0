const FENCED = /^(---|\+\+\+)\n([\s\S]*?)\n\1(?=\n|$)/
const KEY = /^[A-Za-z_][\w -]*[:=]/
const GOES_ON = /^(?:\s|-|#|\[|\]|\}|$)/

/**
 * The YAML or TOML that a Markdown text opens with, fences and all; "" where there is none. A rule across the page, prose and
 * another rule are none: what was written there is read.
 */
export function frontMatterOf(text: string): string {
  const [fenced = '', , inside = ''] = FENCED.exec(text) ?? []
  const lines = inside.split('\n')
  return KEY.test(lines[0] ?? '') && lines.every((line) => KEY.test(line) || GOES_ON.test(line)) ? fenced : ''
}
