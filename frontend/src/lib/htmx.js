/** htmx, held to what the page's policy allows. Configured before it starts, which it does when the document is complete. */

import htmx from "htmx.org";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0, // pages hold other people's texts: none of it is left in the browser's storage
  refreshOnHistoryMiss: true,
  attributesToSettle: ["class", "width", "height"], // a style attribute is refused by the policy
  scrollIntoViewOnBoost: false,
});

export default htmx;
