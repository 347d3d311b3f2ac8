/** What holds across all modules: texts in both languages, commands and their page, packages and their order. */
package org.rollcall.tests.repository;
