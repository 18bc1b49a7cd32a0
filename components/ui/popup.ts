/** The look shared by everything that floats: menus, popovers, lists. */
export const POPUP_CLASS =
  'popup-motion origin-(--transform-origin) rounded-lg bg-surface-raised text-text text-sm shadow-overlay outline-none';

/** The look of a line that can be chosen in a popup. */
export const POPUP_ITEM_CLASS =
  'flex min-h-7 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-[highlighted]:bg-surface-hover data-[disabled=""]:text-faint data-[selected]:font-medium pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0';

/** The veil behind a dialog. */
export const BACKDROP_CLASS =
  'fixed inset-0 z-40 bg-overlay transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0';
