/** Named by every row the engine makes. Raise it when the same text would give other items. */
export const ENGINE_VERSION = '0.8.1'
