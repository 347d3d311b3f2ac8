/** What the pages ask, one file a subject; docs/web-api.md describes it. */
package org.rollcall.central.web.api;
