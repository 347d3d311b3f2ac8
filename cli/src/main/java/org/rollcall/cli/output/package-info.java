/** Answers as aligned text, JSON, TSV or CSV. */
package org.rollcall.cli.output;
