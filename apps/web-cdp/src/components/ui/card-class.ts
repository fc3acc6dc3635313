/** The look of a card. */
export const cardClass = "rounded-card border border-line bg-surface p-4 shadow-card sm:p-6";
