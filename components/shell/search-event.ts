/** Asks the search palette, wherever it is drawn, to open. */
export const SEARCH_EVENT = 'assent-search';
