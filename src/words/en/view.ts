/** Saved views, over board and list and in the menu. */
export const viewWords = {
  advanced: "Advanced filter",
  pinned: "Saved views",
  myTeams: "My teams",
  add: "View",
  opensFirst: "Open first, for me",
  pin: "Pin in the menu, for me",
  save: "Save the view",
  leave: "Discard",
};
