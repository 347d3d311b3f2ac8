/** What travels to the pages, as records; docs/web-api.md describes it. */
package org.rollcall.central.web.json;
