const PLAIN: Readonly<Record<string, string>> = { ө: 'о', ү: 'у', ң: 'н', Ө: 'О', Ү: 'У', Ң: 'Н' }
const LETTERS = /[өүң]/gi

/** Kyrgyz as it is typed on a keyboard that has only the Russian letters. */
export const plainLetters = (text: string): string => text.replace(LETTERS, (letter) => PLAIN[letter] ?? letter)

export const hasKyrgyzLetters = (text: string): boolean => /[өүң]/i.test(text)
