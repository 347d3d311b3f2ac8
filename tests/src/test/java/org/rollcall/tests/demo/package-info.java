/** The demo and its loopback server, as people and independent clients meet them. */
package org.rollcall.tests.demo;
